package city.adapter.mqtt.link;

/// Hears when the link comes and goes. Called on the link's own thread, in order; a call that blocks holds
/// up every acknowledgement.
public interface LinkListener {
    /// Connected, and the status is published: publish retained state again and go on after the last
    /// acknowledged message.
    void connected();

    /// Gone; everything unacknowledged has failed. The link keeps trying until it is closed.
    void lost(String reason);

    static LinkListener none() {
        return new LinkListener() {
            @Override
            public void connected() {}

            @Override
            public void lost(String reason) {}
        };
    }
}
