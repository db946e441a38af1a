package city.app.fire.control;

import city.adapter.mqtt.MqttAdapter;
import city.adapter.mqtt.MqttPorts;
import city.adapter.mqtt.MqttSettings;
import city.adapter.mqtt.link.Credentials;
import city.adapter.mqtt.link.LinkListener;
import city.adapter.mqtt.link.LinkSettings;
import city.adapter.mqtt.link.Message;
import city.adapter.mqtt.link.MqttLink;
import city.adapter.mqtt.link.Qos;
import city.adapter.postgres.PostgresAdapter;
import city.adapter.scenario.ScenarioReader;
import city.app.wiring.CityParts;
import city.app.wiring.DataFolder;
import city.app.wiring.Database;
import city.economy.EconomyCommand.OrderTransfer;
import city.economy.EconomyReads.AccountKind;
import city.economy.Money;
import city.economy.Transfer;
import city.world.kernel.Shards;
import city.world.kernel.access.Submission;
import city.world.kernel.engine.CityEngine;
import city.world.kernel.engine.EnginePorts;
import city.world.kernel.engine.EngineSettings;
import city.world.kernel.engine.Recovery;
import city.world.spi.CityRecord;
import city.world.spi.Probe;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// A program: a village on a given database that tells a given broker what happens, after the commit as the city does,
/// or before it; and somebody in it who orders transfers by true chance, so that what was undone does not come again
/// alike. It says `stands` and runs until it is killed.
final class RelayedCity {
    static final String BEFORE = "before";
    static final String AFTER = "after";

    private static final int TICKS_PER_SECOND = 10;

    private RelayedCity() {}

    /// @param words before or after, data folder, address, user and password of the database, address of the broker
    public static void main(String[] words) throws InterruptedException {
        var folder = DataFolder.take(Path.of(words[1]));
        var database = Database.start(
                folder, new Database.Choice(Optional.of(words[2]), Optional.of(words[3]), Optional.of(words[4])));
        var parts = CityParts.assemble(Shards.sequential());
        var postgres = database.open(parts.assembly().tables());
        var broker = URI.create(words[5]);
        var engine = words[0].equals(BEFORE)
                ? open(new EagerRecord(postgres.record(), link(broker)), postgres, parts)
                : open(postgres.record(), postgres, parts);
        if (words[0].equals(AFTER)) {
            MqttAdapter.start(
                    new MqttPorts(engine, parts.world(), parts.agents(), postgres.cursors()),
                    new MqttSettings(Optional.of(broker), Credentials.none(), 0, "", "control", Optional.empty()));
        }
        engine.start();
        System.out.println("stands");
        order(engine, parts);
    }

    private static CityEngine open(CityRecord record, PostgresAdapter postgres, CityParts parts) {
        var ports = new EnginePorts(
                record,
                postgres.eventLog(),
                postgres.keyframes(),
                CityParts.CODEC,
                Probe.none(),
                Thread::startVirtualThread,
                InstantSource.system(),
                System::nanoTime);
        var pace = new EngineSettings(TICKS_PER_SECOND, OptionalLong.empty(), EngineSettings.TELEMETRY_DAYS);
        var head = record.claim();
        if (head.isEmpty()) {
            var genesis = new ScenarioReader()
                    .read("village")
                    .genesis(OptionalLong.of(7), OptionalInt.empty())
                    .under(parts.assembly().rulesVersion());
            return CityEngine.found(ports, pace, genesis, parts.assembly());
        }
        var recovery = new Recovery(record, CityParts.CODEC);
        return CityEngine.resume(ports, pace, head.get(), recovery::readOrigin, parts.assembly());
    }

    private static void order(CityEngine engine, CityParts parts) throws InterruptedException {
        var chance = new SecureRandom();
        var residents = parts.economy().accounts(engine.snapshot()).stream()
                .filter(it -> it.kind() == AccountKind.RESIDENT)
                .toList();
        while (true) {
            int from = chance.nextInt(residents.size());
            int to = (from + 1) % residents.size();
            var transfer = new Transfer(
                    residents.get(from).id(),
                    residents.get(to).id(),
                    new Money(1 + chance.nextInt(5)),
                    Transfer.Kind.TRANSFER,
                    "by chance");
            engine.submit(Submission.byOperator(new OrderTransfer(transfer)));
            Thread.sleep(10);
        }
    }

    private static MqttLink link(URI broker) {
        var status = new Message("platform/status", new byte[0], Qos.AT_LEAST_ONCE, true, "", Map.of());
        return MqttLink.open(
                LinkSettings.of(broker, "control", Credentials.none(), () -> status, () -> status),
                LinkListener.none());
    }
}
