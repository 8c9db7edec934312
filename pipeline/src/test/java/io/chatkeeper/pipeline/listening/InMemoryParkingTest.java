package io.chatkeeper.pipeline.listening;

class InMemoryParkingTest extends ParkingConformance {
    @Override
    Parking open() {
        return new InMemoryParking();
    }
}
