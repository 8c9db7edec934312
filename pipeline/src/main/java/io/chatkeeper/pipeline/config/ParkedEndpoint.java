package io.chatkeeper.pipeline.config;

import io.chatkeeper.pipeline.listening.Parking;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/// For operators: what is parked in this service, and the wish to have it replayed. Any instance
/// takes the wish; the one that has the partition carries it out, on the thread that handles the
/// stream's new records. Guarded by the token of the house, as everything below `/internal/`.
@RestController
class ParkedEndpoint {
    private final Parking parking;
    private final Scheduler blocking;

    record Row(
            String group, String stream, String topic, int partition, long offset, String reason) {
        static Row of(Parking.Parked parked) {
            return new Row(
                    parked.group(),
                    parked.stream(),
                    parked.partition().topic(),
                    parked.partition().partition(),
                    parked.offset(),
                    parked.reason());
        }
    }

    record Items(List<Row> items) {}

    ParkedEndpoint(Parking parking, @Qualifier("blocking") Scheduler blocking) {
        this.parking = parking;
        this.blocking = blocking;
    }

    @GetMapping("/internal/parked")
    Mono<Items> parked() {
        return Mono.fromCallable(() -> items()).subscribeOn(blocking);
    }

    private Items items() {
        return new Items(parking.all().stream().map(Row::of).toList());
    }

    /// 202 when the wish is noted, 404 if no such stream is parked.
    ///
    /// @param without the offset of a record that can't be mended and is to be left out
    @PostMapping("/internal/parked/replay")
    Mono<ResponseEntity<Void>> replay(
            @RequestParam String group,
            @RequestParam String stream,
            @RequestParam @Nullable Long without) {
        return Mono.fromCallable(() -> parking.want(group, stream, without))
                .subscribeOn(blocking)
                .map(known ->
                        ResponseEntity.status(known ? HttpStatus.ACCEPTED : HttpStatus.NOT_FOUND)
                                .build());
    }
}
