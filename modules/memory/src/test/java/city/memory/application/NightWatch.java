package city.memory.application;

import city.memory.domain.Remembered;
import city.memory.testing.FakeMemoryStore;
import city.world.ResidentId;
import java.util.ArrayList;
import java.util.List;

/// A store that notes how often what it gives to a night was recalled.
final class NightWatch extends FakeMemoryStore {
    final List<Integer> accesses = new ArrayList<>();

    NightWatch() {
        super(new Shelf(), MemoryModule.embedder().space());
    }

    @Override
    public List<Remembered> ofResidents(List<ResidentId> residents) {
        var night = super.ofResidents(residents);
        night.forEach(it -> accesses.add(it.memory().accesses()));
        return night;
    }
}
