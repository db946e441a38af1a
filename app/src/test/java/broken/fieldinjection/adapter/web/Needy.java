package broken.fieldinjection.adapter.web;

import jakarta.inject.Inject;

final class Needy {
    @Inject
    String friend = "";
}
