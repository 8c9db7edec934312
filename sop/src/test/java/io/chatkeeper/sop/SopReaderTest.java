package io.chatkeeper.sop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.chatkeeper.contract.Severity;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SopReaderTest {
    private static List<SopFault> faults(String yaml) {
        SopFaults thrown = catchThrowableOfType(SopFaults.class, () -> SopReader.read(yaml));
        assertThat(thrown).as("a fault in%n%s", yaml).isNotNull();
        return thrown.faults();
    }

    @Test
    void a_small_file_is_read_and_the_rest_is_supplied() {
        Sop sop = SopReader.read(SmallSop.TEXT);
        assertThat(sop.ref()).hasToString("small@1");
        assertThat(sop.review())
                .isEqualTo(
                        new Review(
                                LocalDate.of(2026, 11, 1),
                                LocalDate.of(2027, 5, 1),
                                "Ann Lee",
                                "Head"));
        assertThat(sop.entryDesk()).isEqualTo("desk-one");
        assertThat(sop.desks().get("desk-one").strategy()).containsExactly("least-loaded");
        assertThat(sop.clocks().get("reply").label()).isEqualTo("Reply");
        assertThat(sop.clocks().get("reply").warn()).isNull();
        assertThat(sop.transfer().contextRequired()).isFalse();
        assertThat(sop.notes().requiredBefore()).isEmpty();
        assertThat(sop.escalation().timeline()).isEqualTo(Duration.ofMinutes(30));
        assertThat(sop.source()).isEqualTo(SmallSop.TEXT);
        assertThat(sop.calendar("always").zone().getId()).isEqualTo("UTC");
    }

    @Test
    void tone_and_folded_texts_are_read() {
        Sop sop =
                SopReader.read(
                        SmallSop.TEXT
                                + """
                                tone:
                                  - {id: R72, not: "No idea", say: "Let me check.", severity: block}
                                greeting:
                                  text: >-
                                    Hi {customer},
                                    I'm {agent}.
                                """);
        assertThat(sop.tone())
                .containsExactly(new ToneRule("R72", "No idea", "Let me check.", Severity.BLOCK));
        assertThat(sop.greeting().text()).isEqualTo("Hi {customer}, I'm {agent}.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "title: A small | titel: A small | 3 | 1 | titel | no such key",
                "title: A small procedure | titel: x | 1 | 1 | title | missing",
                "version: 1 | version: one | 2 | 10 | version | number",
                "version: 1 | version: 0 | 2 | 10 | version | number",
                "version: 1 | version: [1] | 2 | 10 | version | single value",
                "sop: small | sop: Small One | 1 | 6 | sop | small letters",
                "sop: small | sop: | 1 | 5 | sop | Nothing",
                "role: csr | role: boss | 8 | 20 | desks.desk-one.role | csr, specialist",
                "role: csr | role: admin | 8 | 20 | desks.desk-one.role | csr, specialist",
                "role: csr, calendar: always | role: csr, calendar: never | 8 | 35 | "
                        + "desks.desk-one.calendar | no calendar",
                "start: opened | start: begun | 10 | 36 | clocks.reply.start | opened, assigned",
                "stop: replied | stop: [replied, done] | 10 | 60 | clocks.reply.stop[1] | "
                        + "opened, assigned",
                "stop: replied | stop: [] | 10 | 50 | clocks.reply.stop | at least 1",
                "stop: replied | stop: opened | 10 | 50 | clocks.reply.stop | cannot stop",
                "start: opened | start: closed | 10 | 50 | clocks.reply.stop | cannot stop",
                "start: opened | start: [transferred, opened] | 10 | 36 | clocks.reply.start | "
                        + "nothing else",
                "breach: PT3M | breach: 3 minutes | 10 | 67 | clocks.reply.breach | duration",
                "breach: PT3M | breach: PT-3M | 10 | 67 | clocks.reply.breach | duration",
                "breach: PT3M | breach: PT3M, warn: PT3M | 10 | 79 | clocks.reply.warn | before",
                "breach: PT3M | breach: PT3M, cancel: escalated | 10 | 81 | "
                        + "clocks.reply.cancel | escalation",
                "breach: PT3M | breach: PT3M, cancel: replied | 10 | 81 | clocks.reply.cancel "
                        + "| stops",
                "breach: PT3M | breach: PT3M, onBreach: [{}] | 10 | 84 | clocks.reply.onBreach "
                        + "| one of notify",
                "breach: PT3M | breach: PT3M, onBreach: [{notify: all}] | 10 | 93 | "
                        + "clocks.reply.onBreach[0].notify | receiver",
                "breach: PT3M | breach: PT3M, onWarn: [{notify: desk}] | 10 | 81 | "
                        + "clocks.reply.onWarn | never warns",
                "hours: always | hours: sometimes | 6 | 30 | calendars.always.hours | table "
                        + "with mon",
                "hours: always | hours: {mon: []} | 6 | 30 | calendars.always.hours | open at "
                        + "some time",
                "hours: always | hours: {mon: ['17:00-09:00']} | 6 | 37 | "
                        + "calendars.always.hours.mon | midnight",
                "hours: always | hours: {mon: ['09:00-12:00', '11:00-13:00']} | 6 | 52 | "
                        + "calendars.always.hours.mon | overlap",
                "hours: always | hours: {mon: 9-17} | 6 | 36 | calendars.always.hours.mon | "
                        + "09:00-17:00",
                "hours: always | hours: {mon: ['25:00-26:00']} | 6 | 37 | "
                        + "calendars.always.hours.mon[0] | 09:00-17:00",
                "zone: UTC | zone: Mars/North | 6 | 18 | calendars.always.zone | time zone",
                "hours: always | hours: always, holidays: [2026-02-30] | 6 | 49 | "
                        + "calendars.always.holidays[0] | date",
                "hours: always | hours: always, yearly: ['02-30'] | 6 | 47 | "
                        + "calendars.always.yearly[0] | 12-25",
                "hours: always | hours: always, icalendar: hello | 6 | 49 | "
                        + "calendars.always.icalendar | no iCalendar",
                "next: 2027-05-01 | next: 2026-05-01 | 4 | 9 | review.next | after",
                "version: 1 | version: &v 1 | 2 | 10 | `` | Anchors",
                "version: 1 | version: !!int 1 | 2 | 10 | `` | Tags",
                "version: 1 | sop: small | 2 | 1 | `` | twice",
                "version: 1 | version: 'x | 11 | 1 | `` | not YAML",
            })
    void a_fault_is_reported_with_its_place(
            String piece, String other, int line, int column, String path, String words) {
        assertThat(faults(SmallSop.with(piece, other)))
                .anySatisfy(fault -> {
                    assertThat(fault.line()).as("line of %s", fault).isEqualTo(line);
                    assertThat(fault.column()).as("column of %s", fault).isEqualTo(column);
                    assertThat(fault.path()).isEqualTo(path);
                    assertThat(fault.message()).contains(words);
                });
    }

    @Test
    void all_faults_come_at_once_in_the_order_of_the_file() {
        String yaml =
                SmallSop.TEXT
                        .replace("version: 1", "version: x")
                        .replace("calendar: always}", "calendar: never}")
                        .replace("role: csr", "role: boss, colour: red");
        assertThat(faults(yaml))
                .extracting(SopFault::path)
                .containsExactly(
                        "version",
                        "desks.desk-one.role",
                        "desks.desk-one.colour",
                        "desks.desk-one.calendar",
                        "clocks.reply.calendar");
    }

    @Test
    void two_entry_desks_are_one_too_many() {
        String desk = "desk-one: {role: csr, calendar: always}";
        String yaml =
                SmallSop.with(
                        desk,
                        "desk-one: {role: csr, calendar: always, entry: true}\n"
                                + "  desk-two: {role: csr, calendar: always, entry: true}");
        assertThat(faults(yaml))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.line()).isEqualTo(9);
                    assertThat(fault.path()).isEqualTo("desks.desk-two.entry");
                });
    }

    @Test
    void the_escalation_message_must_tell_all_three_and_nothing_unknown() {
        String yaml = SmallSop.TEXT + "escalation: {message: \"Soon, {name}. See {time}.\"}\n";
        assertThat(faults(yaml))
                .extracting(SopFault::message)
                .containsExactlyInAnyOrder(
                        "Nobody fills in {name}.",
                        "The customer must be told {contact}.",
                        "The customer must be told {reference}.");
    }

    @Test
    void a_clock_that_its_calendar_can_not_bring_to_an_end_is_refused() {
        String yaml =
                SmallSop.with("hours: always", "hours: {mon: ['09:00-09:01']}")
                        .replace("breach: PT3M", "breach: P2D");
        assertThat(faults(yaml)).extracting(SopFault::path).containsExactly("clocks.reply.breach");
    }

    @Test
    void the_ladder_is_climbed_from_below() {
        assertThat(faults(SmallSop.TEXT + "escalation: {ladder: [manager, lead]}\n"))
                .extracting(SopFault::path)
                .containsExactly("escalation.ladder");
    }

    @Test
    void a_slip_is_answered_with_the_word_that_was_meant() {
        assertThat(faults(SmallSop.TEXT + "clossing: {summary: true}\n"))
                .extracting(SopFault::message)
                .singleElement()
                .asString()
                .endsWith("Did you mean closing?");
        assertThat(faults(SmallSop.with("role: csr", "role: cse")))
                .extracting(SopFault::message)
                .anyMatch(message -> message.endsWith("Did you mean csr?"));
        assertThat(faults(SmallSop.with("calendar: always}", "calendar: alwasy}")))
                .extracting(SopFault::message)
                .anyMatch(message -> message.endsWith("Did you mean always?"));
        assertThat(faults(SmallSop.TEXT + "weather: fine\n"))
                .extracting(SopFault::message)
                .noneMatch(message -> message.contains("Did you mean"));
    }

    @Test
    void aliases_merge_keys_and_second_documents_are_refused() {
        assertThat(faults("a: &x {b: 1}\nc: {<<: *x}\n"))
                .extracting(SopFault::message)
                .anyMatch(message -> message.contains("aliases"))
                .anyMatch(message -> message.contains("Merge"));
        assertThat(faults(SmallSop.TEXT + "---\nsop: other\n"))
                .anySatisfy(fault -> assertThat(fault.message()).contains("one document"));
    }

    @Test
    void what_is_no_file_at_all_is_refused() {
        assertThat(faults("")).extracting(SopFault::message).contains("The file is empty.");
        assertThat(faults("just words")).isNotEmpty();
        assertThat(faults("- a\n- b\n")).isNotEmpty();
        assertThat(faults("a: [")).isNotEmpty();
        assertThat(faults("\u0000")).isNotEmpty();
    }

    @Test
    void a_deep_a_large_and_a_repetitive_file_are_refused_at_once() {
        assertThat(faults("[".repeat(100_000))).hasSize(1);
        assertThat(faults("a: " + "{a: ".repeat(50) + "}".repeat(50))).isNotEmpty();
        assertThat(faults("# " + "x".repeat(SopReader.MAX_BYTES)))
                .extracting(SopFault::message)
                .containsExactly("The file is larger than 256 KB.");
        StringBuilder keys = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            keys.append("key").append(i).append(": 1\n");
        }
        assertThat(faults(keys.toString())).hasSize(FaultList.LIMIT);
    }

    @Test
    void bytes_must_be_utf_8() {
        assertThat(SopReader.read(SmallSop.TEXT.getBytes(StandardCharsets.UTF_8)).title())
                .isEqualTo("A small procedure");
        SopFaults thrown =
                catchThrowableOfType(
                        SopFaults.class,
                        () ->
                                SopReader.read(
                                        "title: Zürich".getBytes(StandardCharsets.ISO_8859_1)));
        assertThat(thrown.faults())
                .extracting(SopFault::message)
                .containsExactly("The file is not written in UTF-8.");
    }

    @Test
    void a_note_can_hardly_have_more_words_at_least_than_at_most() {
        String notes = "notes: {requiredBefore: [close], length: {%s}}\n";
        assertThat(faults(SmallSop.TEXT + notes.formatted("crm: {leastWords: 9, mostWords: 5}")))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.path()).isEqualTo("notes.length.crm");
                    assertThat(fault.message()).contains("at least 9 and at most 5");
                });
        assertThat(faults(SmallSop.TEXT + notes.formatted("closing: {mostWords: 0}")))
                .extracting(SopFault::path)
                .containsExactly("notes.length.closing.mostWords");
        assertThat(faults(SmallSop.TEXT + notes.formatted("clossing: {mostWords: 9}"))).hasSize(1);
    }
}
