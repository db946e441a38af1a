package city.agents;

import city.world.ResidentId;

/// Hears what programs that speak for residents answered, so that it can be told why a resident did something.
@FunctionalInterface
public interface AnswerWitness {
    /// From any thread, when the answer is committed; does not block.
    void answered(ResidentId resident, long question, Action action, ActionResult result);
}
