package io.rapport.simulator.tenant;

import io.rapport.simulator.control.Switches;
import io.rapport.simulator.control.TenantClock;
import io.rapport.simulator.entra.Apps;
import io.rapport.simulator.graph.call.People;
import io.rapport.simulator.graph.call.SyncStates;
import io.rapport.simulator.throttle.Throttle;
import io.rapport.simulator.throttle.ThrottleLimits;

/** The switches of one tenant. */
record TenantSwitches(Apps apps, SyncStates syncStates, Throttle throttle, People people, TenantClock clock)
        implements Switches {

    @Override
    public void grantConsent(String clientId) {
        apps.grantConsent(known(clientId));
    }

    @Override
    public void withdrawConsent(String clientId) {
        apps.withdrawConsent(known(clientId));
    }

    @Override
    public void expireSyncState(String mailbox) {
        if (mailbox.isEmpty()) {
            syncStates.expireDirectory();
            return;
        }
        syncStates.expireMailbox(people.find(mailbox, clock.instant())
                .orElseThrow(() -> new IllegalArgumentException("Nobody is called like this."))
                .id());
    }

    @Override
    public void throttle(double factor) {
        throttle.reset(ThrottleLimits.documented(people.size()).times(factor));
    }

    private String known(String clientId) {
        return apps.find(clientId)
                .orElseThrow(() -> new IllegalArgumentException("There is no app with this client id."))
                .clientId();
    }
}
