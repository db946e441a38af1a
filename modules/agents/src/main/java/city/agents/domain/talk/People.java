package city.agents.domain.talk;

import city.agents.Persona;
import city.agents.domain.party.Party;
import city.world.kernel.Chance;
import java.util.List;
import java.util.Optional;

/// What can be seen and known of residents, by slot. Read-only; any thread of the decide part may ask.
public interface People {
    String nameOf(int slot);

    Persona personaOf(int slot);

    Persona.Traits traitsOf(int slot);

    /// The home's row, or `World.NOWHERE`.
    int homeOf(int slot);

    /// Whether somebody is awake and does nothing that one would not disturb.
    boolean isOpenTo(int slot);

    int unpaidShiftsOf(int slot);

    /// What it means to do next, such as `buy food`; empty for nothing of note.
    Optional<String> errandOf(int slot, long tick);

    /// Those ahead, in the order of their beginning.
    List<Party> partiesKnownTo(int slot, long tick);

    /// Whether somebody means to come to a party of which it knows.
    boolean means(int slot, Party party);

    /// The tick until which somebody means to do what it does.
    long busyUntil(int slot, long tick);

    /// Chance that does not change with time: what somebody always says.
    Chance character();
}
