package io.chatkeeper.gateway.queries;

import io.chatkeeper.contract.ClockDimension;
import io.chatkeeper.contract.ClockTable;
import io.chatkeeper.contract.ClockTally;
import io.chatkeeper.gateway.identity.Caller;
import io.chatkeeper.gateway.protection.Problem;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Figures for those who answer for them: leads and above, and auditors.
@RestController
@RequestMapping("/api/v1/reports")
class ReportEndpoint {
    private static final int MOST_DAYS = 92;
    private static final int USUAL_DAYS = 7;
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private final ReadModels models;
    private final Clock clock;

    /// @param by what its lines are told apart by
    record Report(
            LocalDate from,
            LocalDate to,
            Set<ClockDimension> by,
            long kept,
            long broken,
            List<ClockTally> items) {
        static Report of(
                LocalDate from, LocalDate to, Set<ClockDimension> by, List<ClockTally> items) {
            return new Report(
                    from,
                    to,
                    by,
                    items.stream().mapToLong(ClockTally::kept).sum(),
                    items.stream().mapToLong(ClockTally::broken).sum(),
                    items);
        }
    }

    ReportEndpoint(ReadModels models, Clock clock) {
        this.models = models;
        this.clock = clock;
    }

    /// Kept and broken promises. Without days: the last seven, today included.
    @GetMapping("/clocks")
    Mono<ResponseEntity<Object>> clocks(
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @RequestParam(defaultValue = "day,clock,desk,agent,sop") String by,
            @RequestParam @Nullable String format,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "*/*") String accept,
            @AuthenticationPrincipal Caller caller) {
        if (!(caller instanceof Caller.Agent agent) || !agent.seesAll()) {
            throw Problem.forbidden("leads-only", "Reports are for leads and auditors.");
        }
        Set<ClockDimension> columns = columns(by);
        boolean csv = isCsv(format, accept);
        LocalDate last = to != null ? to : LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate first = from != null ? from : last.minusDays(USUAL_DAYS - 1L);
        if (first.isAfter(last) || first.plusDays(MOST_DAYS).isBefore(last.plusDays(1))) {
            throw Problem.malformed("A report covers up to " + MOST_DAYS + " days, first to last.");
        }
        return models.clockReport(first, last, columns)
                .map(lines -> csv ? table(lines, columns) : report(first, last, columns, lines));
    }

    private static ResponseEntity<Object> report(
            LocalDate from, LocalDate to, Set<ClockDimension> by, List<ClockTally> lines) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(Report.of(from, to, by, lines));
    }

    private static ResponseEntity<Object> table(List<ClockTally> lines, Set<ClockDimension> by) {
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"clocks.csv\"")
                .body(ClockTable.csv(lines, by));
    }

    /// The parameter counts before the header: a link has no header.
    private static boolean isCsv(@Nullable String format, String accept) {
        return switch (format == null ? "" : format) {
            case "csv" -> true;
            case "json" -> false;
            case "" -> accept.startsWith("text/csv");
            default -> throw Problem.malformed("A report has the format json or csv.");
        };
    }

    private static Set<ClockDimension> columns(String by) {
        Set<ClockDimension> columns = EnumSet.noneOf(ClockDimension.class);
        for (String word : by.split(",", -1)) {
            columns.add(
                    Arrays.stream(ClockDimension.values())
                            .filter(one -> one.word().equals(word))
                            .findFirst()
                            .orElseThrow(() ->
                                    Problem.malformed(
                                            "by: any of day, clock, desk, agent and sop.")));
        }
        return columns;
    }
}
