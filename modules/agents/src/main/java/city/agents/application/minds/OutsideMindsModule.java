package city.agents.application.minds;

import city.agents.AnswerWitness;
import city.agents.spi.DecisionsPorts;

/// What is kept of the decisions of programs that speak for residents, put together. Ends with {@link #close}.
public final class OutsideMindsModule implements AutoCloseable {
    private final OutsideDecisions decisions;
    private final Diary diary;

    private OutsideMindsModule(OutsideDecisions decisions, Diary diary) {
        this.decisions = decisions;
        this.diary = diary;
    }

    /// Two of the executor's threads work for as long as this is open.
    public static OutsideMindsModule start(DecisionsPorts ports) {
        var diary = new Diary(
                ports.thoughts(), ports.wall(), ports.kernel().genesis().clock());
        var decisions = new OutsideDecisions(ports, diary);
        ports.executor().execute(decisions::follow);
        ports.executor().execute(diary::write);
        return new OutsideMindsModule(decisions, diary);
    }

    /// To be told of every answer.
    public AnswerWitness witness() {
        return decisions;
    }

    @Override
    public void close() {
        decisions.stop();
        diary.stop();
    }
}
