package io.chatkeeper.projection.config;

import io.chatkeeper.contract.Topics;
import io.chatkeeper.pipeline.config.Heartbeat;
import io.chatkeeper.pipeline.config.ListeningParts;
import io.chatkeeper.pipeline.config.PipelineSettings;
import io.chatkeeper.pipeline.kafka.TopicSetup;
import io.chatkeeper.projection.views.Projector;
import io.chatkeeper.projection.views.View;
import io.chatkeeper.projection.views.ViewStore;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Starts and stops the listening of the projections.
class ProjectionLifecycle implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ProjectionLifecycle.class);

    private final PipelineSettings settings;
    private final Admin admin;
    private final ListeningParts listening;
    private final ProjectionSettings projection;
    private final List<View> views;
    private final ViewStore store;
    private volatile @Nullable AutoCloseable running;
    private volatile @Nullable Heartbeat progress;

    ProjectionLifecycle(
            PipelineSettings settings,
            ProjectionSettings projection,
            Admin admin,
            ListeningParts listening,
            List<View> views,
            ViewStore store) {
        this.settings = settings;
        this.admin = admin;
        this.listening = listening;
        this.projection = projection;
        this.views = views;
        this.store = store;
    }

    @Override
    public void start() {
        new TopicSetup(admin, settings.partitions(), settings.replication()).createMissing();
        running =
                listening.listen(
                        projection.group(),
                        Topics.EVENTS,
                        projection.threads(),
                        () -> new Projector(views, store));
        progress =
                new Heartbeat("generation", new CaughtUp(admin, projection.group(), Topics.EVENTS));
    }

    @Override
    public void stop() {
        Heartbeat caughtUp = progress;
        if (caughtUp != null) {
            caughtUp.close();
        }
        AutoCloseable listener = running;
        if (listener != null) {
            try {
                listener.close();
            } catch (Exception e) {
                LOG.warn("projections did not stop cleanly", e);
            }
        }
        running = null;
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }

    /// Whether all events are in the views that were there at the start.
    boolean isReady() {
        Heartbeat caughtUp = progress;
        return running != null && caughtUp != null && caughtUp.isGood();
    }
}
