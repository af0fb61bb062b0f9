package io.rapport.serve.docs;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands in the Azure CLI's place: does what the registration script asks of it by the requests to Graph that it is
 * documented to come to. Not the consent: that command's own request is not documented, and role assignments have the
 * same effect.
 */
final class AzureCli {

    private static final String GRAPH_APP = "00000003-0000-0000-c000-000000000000";

    private final HttpClient http = HttpClient.newHttpClient();
    private final String graph;
    private final String token;

    private AzureCli(String graph, String token) {
        this.graph = graph;
        this.token = token;
    }

    /** Graph's URL, a token and the tenant's id; then what was typed. */
    public static void main(String[] args) throws IOException, InterruptedException {
        AzureCli az = new AzureCli(args[0], args[1]);
        List<String> words = List.of(args).subList(3, args.length);
        String command = String.join(
                " ", words.stream().takeWhile(word -> !word.startsWith("-")).toList());
        switch (command) {
            case "ad app create" -> System.out.println(az.create(words));
            case "ad app credential reset" -> az.addCertificate(option(words, "--id"), file(option(words, "--cert")));
            case "ad sp create" ->
                az.send("POST", "/servicePrincipals", "{\"appId\":\"" + option(words, "--id") + "\"}");
            case "ad app permission admin-consent" -> az.consent(option(words, "--id"));
            case "account show" -> System.out.println(args[2]);
            default -> {
                System.err.println("az: '" + command + "' is not known");
                System.exit(2);
            }
        }
    }

    private String create(List<String> words) throws IOException, InterruptedException {
        String app = send(
                "POST",
                "/applications",
                "{\"displayName\":\"" + option(words, "--display-name") + "\",\"signInAudience\":\""
                        + option(words, "--sign-in-audience") + "\",\"requiredResourceAccess\":"
                        + file(option(words, "--required-resource-accesses")) + "}");
        return member(app, "appId");
    }

    private void addCertificate(String appId, String pem) throws IOException, InterruptedException {
        String der = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        send(
                "PATCH",
                "/applications/" + objectId(appId),
                "{\"keyCredentials\":[{\"type\":\"AsymmetricX509Cert\",\"usage\":\"Verify\",\"key\":\"" + der
                        + "\"}]}");
    }

    private void consent(String appId) throws IOException, InterruptedException {
        String app = send("GET", "/applications/" + objectId(appId), "");
        String principal = principal(appId);
        String resource = principal(GRAPH_APP);
        Matcher roles = Pattern.compile("\\{\"id\":\"([0-9a-f-]{36})\",\"type\":\"Role\"}")
                .matcher(app.replace(" ", ""));
        while (roles.find()) {
            send(
                    "POST",
                    "/servicePrincipals/" + principal + "/appRoleAssignments",
                    "{\"principalId\":\"" + principal + "\",\"resourceId\":\"" + resource + "\",\"appRoleId\":\""
                            + roles.group(1) + "\"}");
        }
    }

    private String objectId(String appId) throws IOException, InterruptedException {
        return member(send("GET", "/applications?$filter=appId%20eq%20'" + appId + "'&$select=id", ""), "id");
    }

    private String principal(String appId) throws IOException, InterruptedException {
        return member(send("GET", "/servicePrincipals?$filter=appId%20eq%20'" + appId + "'&$select=id", ""), "id");
    }

    private String send(String method, String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(graph + "/v1.0" + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            System.err.println(method + " " + path + " answered " + answer.statusCode());
            System.exit(1);
        }
        return answer.body();
    }

    private static String member(String json, String name) {
        Matcher member = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(json);
        if (!member.find()) {
            throw new IllegalStateException("no " + name + " in the answer");
        }
        return member.group(1);
    }

    private static String option(List<String> words, String name) {
        return words.get(words.indexOf(name) + 1);
    }

    /** As the CLI takes a file: with an at sign. */
    private static String file(String option) throws IOException {
        return Files.readString(Path.of(option.substring(1)));
    }
}
