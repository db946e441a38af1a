package city.app.fire.scene;

import city.app.fire.check.AnswerCheck;
import city.app.fire.check.EventTexts;
import city.app.fire.check.LogCheck;
import city.app.fire.check.Logged;
import city.app.fire.check.MoneyCheck;
import city.app.fire.check.MoneyCheck.Balance;
import city.app.fire.check.RecordedLog;
import city.app.fire.check.StreamCheck;
import city.app.fire.check.SubscriberCheck;
import city.app.fire.crowd.Order;
import city.app.fire.crowd.TransferClient;
import city.app.fire.process.Caller.Said;
import city.app.fire.process.Kept;
import city.app.wiring.StoppedCity;
import city.app.wiring.StoppedCity.Found;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whether a city that was under fire is still the city that it should be: lets it come to rest, compares all that was
/// seen with all that is recorded, stops it, and runs its journal again.
final class Verdict {
    private static final Logger LOG = LoggerFactory.getLogger(Verdict.class);

    private final Scene scene;
    private final List<Strike> strikes;
    private final List<String> breaches;
    private final List<Integer> duplicates = new ArrayList<>();

    private Verdict(Scene scene, List<Strike> strikes) {
        this.scene = scene;
        this.strikes = strikes;
        this.breaches = new ArrayList<>(scene.breaches);
    }

    /// @return all that broke
    static List<String> on(Scene scene, List<Strike> strikes) throws Exception {
        var verdict = new Verdict(scene, strikes);
        verdict.compare();
        LOG.info("{}", Strikes.table(strikes, verdict.duplicates));
        return verdict.breaches;
    }

    private void compare() throws Exception {
        var clients = scene.endClients();
        scene.await("the clock stands", this::pause);
        var log = log();
        compareSubscribers(log);
        compareAnswers(clients);
        try (var connection = scene.server.connect()) {
            breaches.addAll(MoneyCheck.breaches(balances(connection)));
        }
        breaches.addAll(LogCheck.breaches(log));
        breaches.addAll(scene.witness.ticks().breaches());
        compareHash();
    }

    private boolean pause() {
        try {
            return scene.caller().post("/world/clock/pause", "{}").status() == 200;
        } catch (IOException away) {
            return false;
        }
    }

    private void compareSubscribers(List<Logged> log) {
        long end = log.size();
        scene.await(
                "the listener heard all", () -> scene.listener.last() >= end || heardBy(scene.listener.heard(), end));
        long lastTold = RecordedLog.lastTold(log);
        scene.await("the subscriber heard the last event", () -> heardBy(scene.subscriber.heard(), lastTold));
        breaches.addAll(StreamCheck.breaches(scene.listener.heard(), log, 0, end));
        var heard = scene.subscriber.heard();
        var check = new SubscriberCheck(0, this::fill);
        duplicates.addAll(Strikes.hear(check, heard, strikes));
        var broken = check.compare(log, end);
        breaches.addAll(broken);
        LOG.info(
                "{} events, {} told and {} of them twice, {} lost, {} gaps filled from the log",
                end,
                heard.size(),
                check.duplicates(),
                broken.size(),
                check.gaps());
    }

    private static boolean heardBy(List<Logged> heard, long sequence) {
        return !heard.isEmpty() && heard.getLast().sequence() >= sequence;
    }

    private void compareAnswers(List<TransferClient> clients) throws IOException {
        clients.forEach(it -> breaches.addAll(it.breaches()));
        var orders = clients.stream().flatMap(it -> it.orders().stream()).toList();
        var again = new HashMap<String, Said>();
        for (var order : orders) {
            if (order.answer().isPresent()) {
                again.put(order.key(), scene.caller().post(TransferClient.PATH, order.body(), order.key()));
            }
        }
        breaches.addAll(AnswerCheck.breaches(orders, again, made()));
        LOG.info(
                "{} orders, {} acknowledged, {} after more than one try",
                orders.size(),
                again.size(),
                orders.stream().map(Order::tries).filter(it -> it > 1).count());
        if (again.isEmpty()) {
            breaches.add("answers: nothing was acknowledged");
        }
    }

    private Map<String, Long> made() throws IOException {
        return scene.caller().pages("/economy/transactions").stream()
                .flatMap(it -> it.texts("memo").stream())
                .filter(it -> it.startsWith(TransferClient.KEY_PREFIX))
                .collect(Collectors.groupingBy(it -> it, Collectors.counting()));
    }

    /// The run, its record and an undisturbed run of the same journal end in the same state.
    private void compareHash() {
        scene.stopCity();
        var last = scene.run().lastLine();
        for (Function<StoppedCity, Found> look :
                List.<Function<StoppedCity, Found>>of(StoppedCity::verify, it -> it.replay(OptionalLong.empty()))) {
            var found = look(scene.kept(), look);
            if (!last.equals("stopped at tick %d, state %s".formatted(found.tick(), found.stateHash()))) {
                breaches.add("hash: the city said '%s', and there is %s".formatted(last, found));
            }
        }
    }

    private static Found look(Kept kept, Function<StoppedCity, Found> look) {
        try (var city = StoppedCity.open(kept.data(), kept.choice())) {
            return look.apply(city);
        }
    }

    private List<Logged> fill(String topic, long after, long until) {
        var found = new ArrayList<Logged>();
        Predicate<Logged> asked = it -> it.sequence() <= until;
        long position = after;
        try {
            while (position < until) {
                var page = scene.caller().get("/events?limit=1000&topic=%s&after=%d".formatted(topic, position));
                EventTexts.in(page.body()).stream().filter(asked).forEach(found::add);
                position = page.number("scanned_to").orElse(until);
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Logged> log() throws SQLException {
        try (var connection = scene.server.connect()) {
            return RecordedLog.read(connection);
        }
    }

    private static List<Balance> balances(Connection connection) throws SQLException {
        var balances = new ArrayList<Balance>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT kind, balance FROM economy.accounts")) {
            while (rows.next()) {
                balances.add(new Balance(rows.getInt(1), rows.getLong(2)));
            }
        }
        return balances;
    }
}
