package city.adapter.mqtt.link;

/// A message that somebody published.
///
/// @param responseTopic   where the sender wants the answer; empty when it does not say
/// @param correlationData by which the sender knows the answer again; empty when it does not say
@SuppressWarnings("ArrayRecordComponent")
public record Received(String topic, byte[] payload, String responseTopic, byte[] correlationData) {}
