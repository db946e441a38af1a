package city.agents.domain.state;

import city.agents.MindKind;
import city.agents.MindSettings;
import city.agents.Occasion;
import city.world.kernel.state.IntColumn;
import city.world.kernel.state.LongColumn;
import city.world.kernel.state.Table;
import city.world.kernel.state.TableView;
import java.util.List;
import java.util.Optional;

/// Who may think with more than routine, and what each was asked. Rows are slots; whoever never was more than a
/// routine mind has none.
public final class Thinkers {
    private static final List<MindKind> KINDS = List.of(MindKind.values());

    private final Table table = new Table("agents", "thinkers");
    private final IntColumn kind = table.ints("kind");
    private final IntColumn threshold = table.ints("threshold");
    private final IntColumn patience = table.ints("patience");
    private final LongColumn questions = table.longs("questions");
    private final IntColumn occasion = table.ints("occasion");
    private final LongColumn openUntil = table.longs("open_until");

    public Table table() {
        return table;
    }

    public MindSettings settingsOf(int slot) {
        return table.exists(slot)
                ? new MindSettings(KINDS.get(kind.get(slot)), threshold.get(slot), patience.get(slot))
                : MindSettings.ROUTINE;
    }

    public MindSettings settingsOf(TableView view, int slot) {
        return view.exists(slot)
                ? new MindSettings(KINDS.get(view.get(kind, slot)), view.get(threshold, slot), view.get(patience, slot))
                : MindSettings.ROUTINE;
    }

    public void set(int slot, MindSettings settings) {
        if (!table.exists(slot)) {
            table.add(slot);
        }
        kind.set(slot, settings.kind().ordinal());
        threshold.set(slot, settings.threshold());
        patience.set(slot, settings.patience());
    }

    /// Whether an occasion of this salience is worth a question.
    public boolean asks(int slot, int salience) {
        return table.exists(slot) && kind.get(slot) != MindKind.ROUTINE.ordinal() && salience >= threshold.get(slot);
    }

    /// Whether it waits for an answer.
    public boolean isOpen(int slot) {
        return table.exists(slot) && openUntil.get(slot) != 0;
    }

    /// Why it waits for an answer; empty when it does not.
    public Optional<Occasion> open(TableView view, int slot) {
        return view.exists(slot) && view.get(openUntil, slot) != 0
                ? Optional.of(Occasion.of(view.get(occasion, slot)))
                : Optional.empty();
    }

    /// The tick in which the routine decides if no answer came before; 0 when nothing was asked.
    public long openUntil(int slot) {
        return openUntil.get(slot);
    }

    /// @return the question's number, from 1 for each resident
    public long open(int slot, Occasion why, long tick) {
        long number = questions.get(slot) + 1;
        questions.set(slot, number);
        occasion.set(slot, why.ordinal());
        openUntil.set(slot, tick + patience.get(slot));
        return number;
    }

    /// The number of the last question, 0 before the first.
    public long lastQuestion(int slot) {
        return questions.get(slot);
    }

    public long lastQuestion(TableView view, int slot) {
        return view.exists(slot) ? view.get(questions, slot) : 0;
    }

    public void close(int slot) {
        if (isOpen(slot)) {
            openUntil.set(slot, 0);
        }
    }
}
