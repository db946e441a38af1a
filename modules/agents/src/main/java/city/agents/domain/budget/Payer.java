package city.agents.domain.budget;

import city.agents.Budgets;
import city.agents.Budgets.Allowance;
import city.world.ResidentId;

/// Whose budget it is.
public sealed interface Payer {
    record City() implements Payer {}

    /// @param name that the operator gave it
    record Provider(String name) implements Payer {}

    record Resident(ResidentId id) implements Payer {}

    default String words() {
        return switch (this) {
            case City _ -> "the city";
            case Provider(var name) -> "provider " + name;
            case Resident(var id) -> "resident " + id.value();
        };
    }

    /// What it may use.
    default Allowance in(Budgets budgets) {
        return switch (this) {
            case City _ -> budgets.city();
            case Provider(var name) -> budgets.providers().getOrDefault(name, Allowance.NONE);
            case Resident _ -> budgets.resident();
        };
    }
}
