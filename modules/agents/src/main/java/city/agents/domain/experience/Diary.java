package city.agents.domain.experience;

import city.memory.Memory.Kind;
import city.memory.Stakes;
import city.memory.Witness.Experience;
import city.world.ResidentId;
import city.world.kernel.access.LoggedEvent;
import java.util.List;
import java.util.Optional;

/// What is noted of one event. Of those who might remember it the first sixteen do.
final class Diary {
    static final int MOST_WHO_REMEMBER = 16;

    private final LoggedEvent event;
    private final Scene scene;
    private final List<Experience> notes;
    private int noted;

    Diary(LoggedEvent event, Scene scene, List<Experience> notes) {
        this.event = event;
        this.scene = scene;
        this.notes = notes;
    }

    boolean isFull() {
        return noted == MOST_WHO_REMEMBER;
    }

    /// Nothing for whoever is not in the city.
    void note(ResidentId resident, Kind kind, Stakes stakes, String text) {
        add(resident, kind, stakes, text, Optional.empty());
    }

    /// @param name tells what is remembered only once from all else that the resident remembers so
    void noteOnce(ResidentId resident, String name, Stakes stakes, String text) {
        add(resident, Kind.OBSERVATION, stakes, text, Optional.of(name));
    }

    private void add(ResidentId resident, Kind kind, Stakes stakes, String text, Optional<String> once) {
        if (!isFull() && scene.isHere(resident)) {
            notes.add(new Experience(resident, event.sequence(), noted, event.tick(), kind, text, stakes, once));
            noted++;
        }
    }
}
