package city.adapter.mqtt.link;

/// A name and a password for a broker. Both empty means anonymous. The password never shows in a log.
public record Credentials(String user, String password) {
    public static Credentials none() {
        return new Credentials("", "");
    }

    public boolean isNone() {
        return user.isEmpty() && password.isEmpty();
    }

    @Override
    public String toString() {
        return isNone() ? "anonymous" : user;
    }
}
