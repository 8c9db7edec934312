package io.chatkeeper.projection.config;

import io.chatkeeper.contract.Topics;
import io.chatkeeper.pipeline.config.ListeningParts;
import io.chatkeeper.pipeline.config.PipelineSettings;
import io.chatkeeper.pipeline.kafka.TopicSetup;
import io.chatkeeper.projection.views.Projector;
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
    private final Projector projector;
    private volatile @Nullable AutoCloseable running;

    ProjectionLifecycle(
            PipelineSettings settings, Admin admin, ListeningParts listening, Projector projector) {
        this.settings = settings;
        this.admin = admin;
        this.listening = listening;
        this.projector = projector;
    }

    @Override
    public void start() {
        new TopicSetup(admin, settings.partitions(), settings.replication()).createMissing();
        running = listening.listen(settings.group(), Topics.EVENTS, projector);
    }

    @Override
    public void stop() {
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

    boolean isReady() {
        return running != null;
    }
}
