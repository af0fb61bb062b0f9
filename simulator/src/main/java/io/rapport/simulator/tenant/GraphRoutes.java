package io.rapport.simulator.tenant;

import io.rapport.simulator.company.Company;
import io.rapport.simulator.entra.Apps;
import io.rapport.simulator.entra.Ids;
import io.rapport.simulator.graph.call.People;
import io.rapport.simulator.graph.call.Quirks;
import io.rapport.simulator.graph.call.Route;
import io.rapport.simulator.graph.call.SyncStates;
import io.rapport.simulator.graph.directory.ApplicationRoutes;
import io.rapport.simulator.graph.directory.GroupRoutes;
import io.rapport.simulator.graph.directory.OrganizationRoutes;
import io.rapport.simulator.graph.directory.ServicePrincipalRoutes;
import io.rapport.simulator.graph.directory.UserRoutes;
import io.rapport.simulator.graph.odata.LinkTokens;
import io.rapport.simulator.graph.outlook.CalendarRoutes;
import io.rapport.simulator.graph.outlook.ContactRoutes;
import io.rapport.simulator.graph.outlook.MailFolderRoutes;
import io.rapport.simulator.graph.outlook.MailRoutes;
import io.rapport.simulator.graph.outlook.OpenMailboxes;
import io.rapport.simulator.graph.outlook.SettingsRoutes;
import io.rapport.simulator.mail.Correspondences;
import io.rapport.simulator.mailbox.AccountsOfPeople;
import io.rapport.simulator.meeting.Meetings;
import java.util.List;
import java.util.stream.Stream;

/** All that Graph answers, put together. */
final class GraphRoutes {

    private GraphRoutes() {}

    static List<Route> of(Company company, People people, Apps apps, Ids ids, Quirks quirks, SyncStates syncStates) {
        LinkTokens tokens = new LinkTokens(company.plan().seed());
        OpenMailboxes mailboxes = new OpenMailboxes(new Correspondences(company));
        return Stream.of(
                        new OrganizationRoutes(company, tokens).all(),
                        new ApplicationRoutes(apps, ids, tokens).all(),
                        new ServicePrincipalRoutes(apps, ids, tokens).all(),
                        new UserRoutes(company, people, tokens, quirks, syncStates).all(),
                        new GroupRoutes(company, tokens, quirks, syncStates).all(),
                        new SettingsRoutes().all(),
                        new MailFolderRoutes(mailboxes, tokens, quirks, syncStates).all(),
                        new MailRoutes(mailboxes, tokens, quirks, syncStates).all(),
                        new ContactRoutes(new AccountsOfPeople(company), tokens, quirks, syncStates).all(),
                        new CalendarRoutes(new Meetings(company), tokens, quirks, syncStates).all())
                .flatMap(List::stream)
                .toList();
    }
}
