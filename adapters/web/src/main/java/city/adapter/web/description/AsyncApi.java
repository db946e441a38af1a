package city.adapter.web.description;

/// The description of what MQTT tells, served as it is.
public record AsyncApi(String yaml) {}
