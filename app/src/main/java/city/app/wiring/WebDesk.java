package city.app.wiring;

import city.adapter.mqtt.MindDesk;
import city.adapter.web.agents.OutsideMinds;
import city.world.ResidentId;
import java.util.Optional;

/// Asks and hears minds over MQTT in the very words of HTTP.
record WebDesk(OutsideMinds minds) implements MindDesk {
    @Override
    public Optional<String> question(ResidentId resident) {
        return minds.questionText(resident.value());
    }

    @Override
    public Optional<String> outcome(ResidentId resident, String intent) {
        return Optional.of(minds.outcomeText(resident.value(), intent));
    }
}
