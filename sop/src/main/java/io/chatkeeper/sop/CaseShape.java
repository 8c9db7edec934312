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

/// The shape of the sections about the customer's case.
final class CaseShape {
    private static final Shape NAMES = new Shape.Many(NAME, 1);

    /// How the fields of a ticket are called.
    private static final Shape FIELD =
            new Shape.Form("[A-Za-z][A-Za-z0-9_-]{0,39}", "a field's name, such as orderNumber");

    private static final Shape INITIAL = new Shape.Form("[A-Z]", "one capital letter");
    private static final Shape RULE =
            new Shape.Form("[A-Za-z][A-Za-z0-9-]{0,62}", "the id of a rule, such as R77");

    private CaseShape() {}

    static Shape abuse() {
        return section(
                must("warnings", new Shape.Whole(0, 9)),
                must("then", new Shape.Word(SopShape.LADDER)),
                may("phrase", PROSE));
    }

    static Shape verification() {
        return section(
                must("required", FLAG),
                may("methods", NAMES),
                may("phrases", new Shape.Many(TITLE, 1)));
    }

    static Shape classification() {
        return section(
                may("beforeClosing", FLAG),
                may("categories", NAMES),
                may("complaints", NAMES),
                may("fields", new Shape.Many(FIELD, 1)),
                may("labelInitial", INITIAL));
    }

    static Shape followUps() {
        return section(may("afterService", TIME), may("afterServiceText", TITLE));
    }

    static Shape actions() {
        return new Shape.Named(
                section(
                        must("requirement", REQUIREMENT),
                        may("approval", new Shape.Word(SopShape.LADDER)),
                        may("checks", NAMES),
                        may("verified", FLAG)),
                1);
    }

    static Shape recordedViolations() {
        return new Shape.Many(RULE, 1);
    }
}
