package city.agents.application;

import city.agents.Action;
import city.world.LocationId;
import city.world.World;

/// Actions as telemetry tells them.
final class Words {
    private Words() {}

    /// The wire name, such as `buy`.
    static String verb(Action action) {
        return switch (action) {
            case Action.Move _ -> "move";
            case Action.Work _ -> "work";
            case Action.Buy _ -> "buy";
            case Action.Use _ -> "use";
            case Action.Rest _ -> "rest";
            case Action.Sleep _ -> "sleep";
            case Action.Give _ -> "give";
            case Action.TakeJob _ -> "take_job";
            case Action.QuitJob _ -> "quit_job";
            case Action.Wait _ -> "wait";
            case Action.Say _ -> "say";
            case Action.Invite _ -> "invite";
            case Action.Reply _ -> "reply";
            case Action.LeaveTalk _ -> "leave_talk";
            case Action.Study _ -> "study";
        };
    }

    /// What of, or where to, such as `2 bread`.
    static String object(Action action, World world) {
        return switch (action) {
            case Action.Move(var to) -> place(to, world);
            case Action.Buy(var good, var units) -> units + " " + good;
            case Action.Use(var good) -> good;
            case Action.Rest(var minutes) -> minutes + " minutes";
            case Action.Wait(var minutes) -> minutes + " minutes";
            case Action.Study(var minutes) -> minutes + " minutes";
            case Action.Give(var to, var amount) -> amount + " to " + to.value();
            case Action.TakeJob(var job) -> job.value().toString();
            case Action.Say say -> say.utterance().topic();
            case Action.Invite invite -> invite.to().size() + " to talk";
            case Action.Reply reply -> reply.accept() ? "yes" : "no";
            case Action.Work _, Action.Sleep _, Action.QuitJob _, Action.LeaveTalk _ -> "";
        };
    }

    private static String place(LocationId location, World world) {
        int row = world.rowOf(location);
        return row == World.NOWHERE
                ? location.value().toString()
                : world.location(row).name();
    }
}
