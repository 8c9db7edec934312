package io.chatkeeper.gateway.queries;

import io.chatkeeper.gateway.protection.Problem;
import io.chatkeeper.sop.AssistRules;
import io.chatkeeper.sop.RequestForm;
import io.chatkeeper.sop.Sop;
import io.chatkeeper.sop.SopRegister;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The forms by which agents ask leads, so that a console can draw them without knowing rules
/// (R102-R119).
public final class AssistTemplates {
    private final SopRegister register;
    private final String sopId;
    private final InstantSource clock;

    /// @param sopId the procedure of assist chats
    public AssistTemplates(SopRegister register, String sopId, InstantSource clock) {
        this.register = register;
        this.sopId = sopId;
        this.clock = clock;
    }

    record Version(String id, int version) {}

    /// @param values with which the field is needed
    record Needed(String field, Set<String> values) {}

    /// @param id by which a request confirms it
    record Notice(String id, String text) {}

    record Field(
            String label,
            boolean required,
            String requirement,
            @Nullable String hint,
            List<String> choices,
            @Nullable Needed neededWhen,
            @Nullable Notice creditNotice) {
        static Field of(RequestForm.Field field) {
            RequestForm.Need need = field.need();
            RequestForm.Balance balance = field.balance();
            return new Field(
                    field.label(),
                    field.required(),
                    field.requirement(),
                    field.hint(),
                    field.choices(),
                    need == null ? null : new Needed(need.field(), need.values()),
                    balance == null ? null : new Notice(balance.notice(), balance.text()));
        }
    }

    record Template(
            String name,
            @Nullable String topic,
            @Nullable String channel,
            String requirement,
            List<Field> fields) {}

    record Channel(String id, String title, String desk, boolean open, boolean usual) {}

    record Topic(
            String id, String title, String channel, String requirement, List<String> checked) {}

    record Templates(
            Version sop,
            List<Template> items,
            List<Channel> channels,
            List<Topic> topics,
            List<String> resources,
            int leastResources,
            @Nullable Duration silence) {}

    /// The procedure under which assist chats are opened.
    public String sopId() {
        return sopId;
    }

    Templates described() {
        Sop sop = register.newest(sopId).orElseThrow(Problem::notFound);
        AssistRules rules = sop.assist();
        return new Templates(
                new Version(sop.ref().id(), sop.ref().version()),
                sop.forms().stream().map(form -> template(form, rules)).toList(),
                rules.channels().values().stream().map(one -> channel(one, sop)).toList(),
                rules.topics().values().stream().map(AssistTemplates::topic).toList(),
                rules.resources(),
                rules.leastResources(),
                rules.silence());
    }

    private static Template template(RequestForm form, AssistRules rules) {
        AssistRules.Topic topic = form.topic() == null ? null : rules.topics().get(form.topic());
        return new Template(
                form.name(),
                form.topic(),
                topic == null ? null : topic.channel(),
                form.requirement(),
                form.fields().stream().map(Field::of).toList());
    }

    private Channel channel(AssistRules.Channel channel, Sop sop) {
        return new Channel(
                channel.id(),
                channel.title(),
                channel.desk(),
                AssistRules.isOpen(sop, channel, clock.instant()),
                channel.usual());
    }

    private static Topic topic(AssistRules.Topic topic) {
        return new Topic(
                topic.id(), topic.title(), topic.channel(), topic.requirement(), topic.checked());
    }
}
