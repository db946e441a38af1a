package city.agents.domain.salience;

import city.agents.Action;

/// The kinds of deed of which the first is something to think about: a bit each, as the record keeps them, so append
/// only. Taking and leaving a job are not among them, as money is at stake each time.
public final class FirstDeeds {
    public static final int NONE = 0;
    public static final int WORK = 1;

    private static final int BUY = 1 << 1;
    private static final int GIVE = 1 << 2;
    private static final int STUDY = 1 << 3;
    private static final int INVITE = 1 << 4;

    private FirstDeeds() {}

    /// The action's bit, or {@link #NONE}.
    public static int of(Action action) {
        return switch (action) {
            case Action.Work _ -> WORK;
            case Action.Buy _ -> BUY;
            case Action.Give _ -> GIVE;
            case Action.Study _ -> STUDY;
            case Action.Invite _ -> INVITE;
            case Action.Move _, Action.Use _, Action.Rest _, Action.Sleep _, Action.Wait _ -> NONE;
            case Action.TakeJob _, Action.QuitJob _ -> NONE;
            case Action.Say _, Action.Reply _, Action.LeaveTalk _ -> NONE;
        };
    }
}
