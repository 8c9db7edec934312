package io.chatkeeper.projection.web;

import io.chatkeeper.contract.ClockDimension;
import io.chatkeeper.contract.ClockTally;
import io.chatkeeper.projection.clocks.ClockReports;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Reports, for the gateway.
@RestController
class ReportEndpoint {
    private final ClockReports clocks;

    record Lines(List<ClockTally> items) {}

    ReportEndpoint(ClockReports clocks) {
        this.clocks = clocks;
    }

    /// 413 if the report would be too long.
    @GetMapping("/internal/reports/clocks")
    Mono<ResponseEntity<Lines>> clocks(
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
            @RequestParam Set<ClockDimension> by) {
        return clocks.lines(from, to, by)
                .map(lines -> ResponseEntity.ok(new Lines(lines)))
                .defaultIfEmpty(ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build());
    }
}
