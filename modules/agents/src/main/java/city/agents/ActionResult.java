package city.agents;

import city.social.InteractionId;
import city.world.ResidentId;
import city.world.kernel.WireName;
import java.util.Locale;

public sealed interface ActionResult {
    @WireName("agents.done.v1")
    record Done() implements ActionResult {}

    /// Done, and part of a talk.
    ///
    /// @param interaction for an invitation, the talk that it may become
    @WireName("agents.talked.v1")
    record Talked(InteractionId interaction) implements ActionResult {}

    /// The rules do not allow it, now or here.
    @WireName("agents.refused.v1")
    record Refused(Refusal refusal, String detail) implements ActionResult {
        /// Such as `out of stock: bread`.
        public String words() {
            var reason = refusal.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            return detail.isEmpty() ? reason : reason + ": " + detail;
        }
    }

    @WireName("agents.no-such-resident.v1")
    record NoSuchResident(ResidentId resident) implements ActionResult {}

    enum Refusal {
        ON_THE_WAY,
        NO_SUCH_PLACE,
        ALREADY_THERE,
        PLACE_CLOSED,
        NOT_FOR_SALE,
        OUT_OF_STOCK,
        CANNOT_AFFORD,
        HANDS_FULL,
        NOT_CARRIED,
        NO_JOB,
        HAS_A_JOB,
        NO_SUCH_JOB,
        NO_FREE_PLACE,
        NOT_AT_WORK,
        NOT_ON_SHIFT,
        NOT_HERE,
        NO_SUCH_RESIDENT,
        ASLEEP,
        PAUSED,
        DEPARTED,
        ALREADY_TALKING,
        BUSY,
        TOO_SOON,
        TALK_FULL,
        NOT_INVITED,
        NOT_TALKING,
        NOT_YOUR_TURN,
        TOO_LATE
    }
}
