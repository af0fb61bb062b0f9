package io.rapport.serve.api.gate;

import io.rapport.serve.access.AccessAction;
import io.rapport.serve.access.AccessEvent;
import io.rapport.serve.access.AccessLog;
import io.rapport.serve.api.operation.Operation;
import io.rapport.serve.security.Person;
import io.rapport.serve.security.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Who may do what by the API: what the table of operations says. Where there is none, whoever is known is told so. */
final class ApiRoutes implements AuthorizationManager<RequestAuthorizationContext> {

    private final OperationFinder operations;
    private final AccessLog log;

    ApiRoutes(OperationFinder operations, AccessLog log) {
        this.operations = operations;
        this.log = log;
    }

    /** Finds the operation of a request; empty where there is none. */
    @FunctionalInterface
    interface OperationFinder {
        Optional<Operation> find(HttpServletRequest request);
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext context) {
        Optional<Operation> operation = operations.find(context.getRequest());
        Optional<Role> least = operation.flatMap(Operation::findLeast);
        if (operation.isPresent() && least.isEmpty()) {
            return new AuthorizationDecision(true);
        }
        Optional<Person> person = Person.find(who.get());
        boolean isAllowed = person.filter(any -> least.isEmpty() || any.role().mayActAs(least.get()))
                .isPresent();
        if (!isAllowed && person.isPresent()) {
            note(person.get(), operation.orElseThrow(), context.getRequest());
        }
        return new AuthorizationDecision(isAllowed);
    }

    private void note(Person person, Operation operation, HttpServletRequest request) {
        log.add(new AccessEvent(
                person.id(),
                person.displayName(),
                person.role().word(),
                operation.findAction().orElse(AccessAction.VIEW),
                "API: " + operation.id(),
                request.getRequestURI(),
                request.getRemoteAddr(),
                false));
    }
}
