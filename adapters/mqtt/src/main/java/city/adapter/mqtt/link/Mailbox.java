package city.adapter.mqtt.link;

/// Gets what others publish. Called on a thread of the client: pass it on, and return.
public interface Mailbox {
    /// Of the topics that are listened to, in every connection anew.
    String filter();

    void received(Received message);
}
