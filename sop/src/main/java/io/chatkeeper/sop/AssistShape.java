package io.chatkeeper.sop;

import static io.chatkeeper.sop.SopShape.FLAG;
import static io.chatkeeper.sop.SopShape.NAME;
import static io.chatkeeper.sop.SopShape.PROSE;
import static io.chatkeeper.sop.SopShape.REQUIREMENT;
import static io.chatkeeper.sop.SopShape.TIME;
import static io.chatkeeper.sop.SopShape.TITLE;
import static io.chatkeeper.sop.SopShape.may;
import static io.chatkeeper.sop.SopShape.must;
import static io.chatkeeper.sop.SopShape.section;

/// The shape of what agents ask leads: forms, channels, topics.
final class AssistShape {
    /// Labels become names in documents, where dots and dollars mean something.
    private static final Shape LABEL =
            new Shape.Form(
                    "[A-Za-z][A-Za-z0-9 /&()'-]{0,39}", "a label such as NEW SHOP, without colon");

    private static final Shape TITLES = new Shape.Many(TITLE, 1);

    private AssistShape() {}

    static Shape form() {
        return section(
                must("name", TITLE),
                may("topic", NAME),
                may("requirement", REQUIREMENT),
                must("fields", new Shape.Many(field(), 1)));
    }

    private static Shape field() {
        return section(
                must("label", LABEL),
                may("required", FLAG),
                may("requirement", REQUIREMENT),
                may("hint", TITLE),
                may("choices", TITLES),
                may(
                        "neededWhen",
                        section(must("field", LABEL), must("is", TITLES), may("said", TITLES))),
                may("mustBeZero", section(must("notice", NAME), must("text", PROSE))));
    }

    static Shape assist() {
        Shape channel = section(must("title", TITLE), must("desk", NAME), may("usual", FLAG));
        return section(
                may("silence", TIME),
                may("resources", new Shape.Many(NAME, 1)),
                may("leastResources", new Shape.Whole(0, 9)),
                must("channels", new Shape.Named(channel, 1)),
                may("elsewhere", NAME),
                may("topics", new Shape.Named(topic(), 0)));
    }

    private static Shape topic() {
        return section(
                must("title", TITLE),
                must("channel", NAME),
                must("requirement", REQUIREMENT),
                may("checked", new Shape.Many(NAME, 1)),
                may("words", TITLES),
                may(
                        "outside",
                        section(
                                must("calendar", NAME),
                                must("requirement", REQUIREMENT),
                                must("checked", new Shape.Many(NAME, 1)))));
    }
}
