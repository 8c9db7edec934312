package io.chatkeeper.bench;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.jdbcx.JdbcConnectionPool;

/// The named baseline: db-scheduler on a table of H2 in a file, in this process. What it does when
/// a row is due is nothing, so that its lateness is that of the clock alone.
final class TableClock implements AutoCloseable {
    /// How often it looks for what is due. Its own default is 10 s.
    static final Duration POLL = Duration.ofSeconds(1);

    private static final int ROWS_AT_ONCE = 1_000;
    private static final String TABLE =
            """
            create table scheduled_tasks (
              task_name varchar(100), task_instance varchar(100), task_data blob,
              execution_time timestamp(6) with time zone not null, picked boolean not null,
              picked_by varchar(50), last_success timestamp(6) with time zone,
              last_failure timestamp(6) with time zone, consecutive_failures int,
              last_heartbeat timestamp(6) with time zone, version bigint not null,
              priority smallint, primary key (task_name, task_instance))
            """;

    private final JdbcConnectionPool pool;
    private final Scheduler scheduler;
    private final OneTimeTask<Void> task;
    private final Map<String, Instant> rang = new ConcurrentHashMap<>();

    TableClock(Path folder) throws SQLException {
        pool = JdbcConnectionPool.create("jdbc:h2:file:" + folder.resolve("clocks"), "sa", "");
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(TABLE);
            statement.execute("create index due on scheduled_tasks (execution_time)");
        }
        task =
                Tasks.oneTime("clock")
                        .execute((instance, _) -> rang.put(instance.getId(), Instant.now()));
        scheduler = Scheduler.create(pool, task).pollingInterval(POLL).build();
        scheduler.start();
    }

    /// Stores clocks with their due times.
    void add(Map<String, Instant> dues) {
        List<SchedulableInstance<?>> rows = new ArrayList<>();
        for (Map.Entry<String, Instant> due : dues.entrySet()) {
            rows.add(SchedulableInstance.of(task.instance(due.getKey()), due.getValue()));
            if (rows.size() == ROWS_AT_ONCE) {
                scheduler.scheduleBatch(rows);
                rows.clear();
            }
        }
        if (!rows.isEmpty()) {
            scheduler.scheduleBatch(rows);
        }
    }

    /// When each clock rang that has done so.
    Map<String, Instant> rang() {
        return rang;
    }

    @Override
    public void close() {
        scheduler.stop();
        pool.dispose();
    }
}
