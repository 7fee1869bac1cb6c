package org.tpx.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tpx.gateway.preset.Preset;
import org.tpx.host.HostSettings;
import org.tpx.journal.Durability;
import org.tpx.journal.JournalSettings;
import org.tpx.journal.JournalUnusableException;
import org.tpx.protocol.Hash256;
import org.tpx.settlement.ledger.SettlementBooks;
import org.tpx.settlement.ledger.SettlementDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The node's door: commands in, outcomes out, and nothing that is not durable. */
class NodeServerTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final int BLOCK_BYTES = 8 << 20;
    private static final long PRESET_TURNS = 16;

    @TempDir
    static Path shared;

    @TempDir
    Path directory;

    private static NodeServer server;

    @BeforeAll
    static void start() throws InterruptedException {
        server = start(settings(shared.resolve("journal")), 0, Preset.read("CN-2025"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void shouldTellItsHealth() throws Exception {
        HttpResponse<String> response = get("/health");
        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode health = JSON.readTree(response.body());
        assertThat(health.get("status").stringValue()).isEqualTo("running");
        assertThat(health.get("durability").stringValue()).isEqualTo("appended");
        assertThat(health.get("durableSequence").longValue()).isGreaterThanOrEqualTo(PRESET_TURNS);
    }

    @Test
    void shouldAnswerWithTheEventsOfTheTurn() throws Exception {
        HttpResponse<String> response = post(apply(101, "M-101"));
        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode outcome = JSON.readTree(response.body());
        assertThat(outcome.get("events")).hasSize(1);
        JsonNode event = outcome.get("events").get(0);
        assertThat(event.get("type").stringValue()).isEqualTo("MembershipApplied");
        assertThat(event.get("code").stringValue()).isEqualTo("M-101");
        assertThat(event.get("sequence")).isEqualTo(outcome.get("sequence"));
        // The name is known as soon as the answer is there.
        HttpResponse<String> admitted =
                post("{\"principal\":\"SUPERVISOR-1\",\"clientId\":102,\"type\":\"AdmitMember\",\"member\":\"M-101\"}");
        assertThat(admitted.body()).contains("\"type\":\"MemberAdmitted\",\"member\":\"M-101\"");
    }

    @Test
    void shouldReturnTheFirstOutcomeOfARepeatedCommand() throws Exception {
        JsonNode first = JSON.readTree(post(apply(111, "M-111")).body());
        JsonNode second = JSON.readTree(post(apply(111, "M-111")).body());
        assertThat(first.get("repeated").booleanValue()).isFalse();
        assertThat(second.get("repeated").booleanValue()).isTrue();
        assertThat(second.get("sequence")).isEqualTo(first.get("sequence"));
        assertThat(second.get("events")).isEqualTo(first.get("events"));
    }

    @Test
    void shouldAnswerARefusalWithItsReason() throws Exception {
        post(apply(121, "M-121"));
        assertProblem(post(apply(121, "M-122")), 409, "DUPLICATE_CLIENT_ID");
        assertProblem(post(apply(123, "M-121")), 409, "CODE_TAKEN");
        assertProblem(post(apply(124, "M-124").replace("CLERK-1", "STRANGER")), 403, "UNKNOWN_PRINCIPAL");
        assertProblem(
                post("{\"principal\":\"CLERK-1\",\"clientId\":125,\"type\":\"PublishNotice\",\"listing\":\"L-0\"}"),
                404,
                "UNKNOWN_SUBJECT");
    }

    @Test
    void shouldNameTheFieldOfAMalformedCommand() throws Exception {
        HttpResponse<String> response = post(apply(131, "M-131").replace("BROKER", "KING"));
        assertProblem(response, 400, "MALFORMED");
        JsonNode problem = JSON.readTree(response.body());
        assertThat(problem.get("field").stringValue()).isEqualTo("membershipClass");
        assertThat(problem.get("reason").stringValue()).startsWith("must be one of BROKER");
        assertProblem(post("{"), 400, "MALFORMED");
        assertProblem(post(""), 400, "MALFORMED");
        assertProblem(post("{\"principal\":\"NODE\",\"clientId\":0,\"type\":\"TakeSnapshot\"}"), 400, "MALFORMED");
    }

    @Test
    void shouldTakeOrdersUnderRisingReferences() throws Exception {
        openSeries();
        assertProblem(post(order(7, "A-U")), 409, "VENUE_POLICY");
        HttpResponse<String> repeated = post(order(7, "A-U"));
        assertProblem(repeated, 409, "VENUE_POLICY");
        assertThat(JSON.readTree(repeated.body()).get("command").stringValue()).isEqualTo("EnterOrder");
        assertProblem(post(order(6, "A-U")), 409, "DUPLICATE_CLIENT_ID");
        assertProblem(post(order(8, "A-U").replace("U-1", "U-2")), 404, "UNKNOWN_SUBJECT");
        assertProblem(post(order(9, "CLERK-1")), 403, "ROLE_NOT_ALLOWED");
        HttpResponse<String> tooLarge = post(order(1L << 44, "A-U"));
        assertProblem(tooLarge, 400, "MALFORMED");
        assertThat(JSON.readTree(tooLarge.body()).get("field").stringValue()).isEqualTo("clientId");
        String cancel = "{'principal':'A-U','clientId':10,'type':'CancelOrder','series':'U-1','orderNumber':7}";
        assertProblem(post(json(cancel)), 404, "UNKNOWN_SUBJECT");
        assertThat(post(json("{'principal':'CLERK-1','clientId':1001,'type':'ReceiveMoney','bankReference':'B-1',"
                                + "'purpose':'TRADING','party':'P-U','amount':'CNY 10.00'}"))
                        .body())
                .contains("\"type\":\"MoneyReceived\"", "\"reason\":\"TRADING_IN\"");
        assertProblem(
                post(json(
                        "{'principal':'A-U','clientId':11,'type':'WithdrawMoney','party':'P-U','amount':'CNY 10.01'}")),
                422,
                "CREDIT");
    }

    /** A series that may not be traded, whatever the clock says, and a member with an agent and a client. */
    private static void openSeries() throws Exception {
        String[] commands = {
            "{'principal':'CLERK-1','clientId':901,'type':'ApplyMembership','code':'M-U','membershipClass':'BROKER'}",
            "{'principal':'SUPERVISOR-1','clientId':902,'type':'AdmitMember','member':'M-U'}",
            "{'principal':'OPERATOR-1','clientId':903,'type':'ProposePrincipal','proposal':'ENROL-U','code':'A-U',"
                    + "'role':'AGENT','member':'M-U'}",
            "{'principal':'SUPERVISOR-1','clientId':904,'type':'ApproveProposal','proposal':'ENROL-U'}",
            "{'principal':'CLERK-1','clientId':905,'type':'RegisterParty','code':'P-U','identity':'HASH'}",
            "{'principal':'CLERK-1','clientId':906,'type':'GrantMandate','party':'P-U','member':'M-U','scope':'BOTH',"
                    + "'from':'2000-01-01T00:00:00Z','until':'2200-01-01T00:00:00Z','agreement':'HASH'}",
            "{'principal':'OPERATOR-1','clientId':907,'type':'ProposeSeries','proposal':'SERIES-U','series':'U-1',"
                    + "'calendar':'CN-2025','name':'Units','currency':'CNY','totalUnits':1000,'lotUnits':1,"
                    + "'tick':'CNY 0.01','bandBps':0,'tieBreak':'SSE','preOpenSeconds':0,'openingCallSeconds':0,"
                    + "'continuousSeconds':0,'closingCallSeconds':0,'closeSeconds':0,'resumptionCallSeconds':0,"
                    + "'buyerFeePpm':0,'sellerFeePpm':0,'continuous':false,'call':false,'tPlusDays':5,'maxHolders':200}",
            "{'principal':'SUPERVISOR-1','clientId':908,'type':'ApproveProposal','proposal':'SERIES-U',"
                    + "'authorityApproval':'A-1'}"
        };
        for (String command : commands) {
            HttpResponse<String> response = post(json(command).replace("HASH", "ab".repeat(32)));
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        }
    }

    private static String order(long clientId, String principal) {
        return json("{'principal':'" + principal + "','clientId':" + clientId + ",'type':'EnterOrder','series':'U-1',"
                + "'party':'P-U','side':'BUY','kind':'LIMIT','timeInForce':'DAY','price':'CNY 1.00','units':1,"
                + "'selfTrade':'ALLOW'}");
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    @Test
    void shouldReadEventsPageByPage() throws Exception {
        HttpResponse<String> first = get("/v1/events?from=2&limit=2");
        assertThat(first.headers().firstValue("TPX-Next-From")).hasValue("4");
        assertThat(first.body().lines().map(JSON::readTree))
                .extracting(event -> event.get("sequence").longValue())
                .startsWith(2L)
                .endsWith(3L);
        HttpResponse<String> behind = get("/v1/events?from=1000000");
        assertThat(behind.statusCode()).isEqualTo(200);
        assertThat(behind.body()).isEmpty();
        for (String query : new String[] {"from=0", "from=x", "limit=10001", "from=1&from=2", "form=1"}) {
            assertProblem(get("/v1/events?" + query), 400, "MALFORMED");
        }
    }

    @Test
    void shouldAnswerCommandsOfManyCallersEachWithItsOwn() {
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            HttpRequest request = request("/v1/commands")
                    .header("Content-Type", "application/json; charset=utf-8")
                    .POST(BodyPublishers.ofString(apply(2000 + i, "M-" + (2000 + i))))
                    .build();
            answers.add(CLIENT.sendAsync(request, BodyHandlers.ofString()));
        }
        for (int i = 0; i < answers.size(); i++) {
            assertThat(answers.get(i).join().body())
                    .contains("\"clientId\":" + (2000 + i), "\"code\":\"M-" + (2000 + i));
        }
    }

    @Test
    void shouldAnswerPipelinedRequestsInTheirOrder() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            OutputStream out = socket.getOutputStream();
            String command = apply(141, "M-141");
            String pipeline =
                    "POST /v1/commands HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                            + command.length() + "\r\n\r\n" + command
                            + "GET /nowhere HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            out.write(pipeline.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            String responses = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(responses)
                    .containsSubsequence("HTTP/1.1 200 OK", "\"code\":\"M-141\"", "HTTP/1.1 404 Not Found");
        }
    }

    @Test
    void shouldKeepToItsRoutes() throws Exception {
        assertProblem(get("/"), 404, "NOT_FOUND");
        assertProblem(get("/v1/commands"), 405, "METHOD_NOT_ALLOWED");
        HttpRequest text = request("/v1/commands")
                .POST(BodyPublishers.ofString(apply(151, "M-151")))
                .build();
        assertProblem(CLIENT.send(text, BodyHandlers.ofString()), 415, "WRONG_MEDIA_TYPE");
        HttpRequest large = request("/v1/commands")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(" ".repeat(65_537)))
                .build();
        assertThat(CLIENT.send(large, BodyHandlers.discarding()).statusCode()).isEqualTo(413);
    }

    @Test
    void shouldNotAnswerToTheNameOfAnotherMachine() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            String request = "GET /health HTTP/1.1\r\nHost: rebound.example:8088\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 403 Forbidden")
                    .contains("FOREIGN_HOST");
        }
    }

    @Test
    void shouldHaveBookedAllThatIsDurableWhenItStops() throws Exception {
        Path journal = directory.resolve("journal");
        long durable;
        try (NodeServer node = start(settings(journal), 0, Preset.read("CN-2025"))) {
            JsonNode outcome = JSON.readTree(post(node.port(), apply(1, "M-1")).body());
            durable = outcome.get("sequence").longValue();
            URI health = URI.create("http://localhost:" + node.port() + "/health");
            HttpResponse<String> told =
                    CLIENT.send(HttpRequest.newBuilder(health).build(), BodyHandlers.ofString());
            JsonNode books = JSON.readTree(told.body()).get("books");
            assertThat(books.get("sequence").longValue()).isBetween(0L, durable);
            assertThat(books.get("differences").longValue()).isZero();
            assertThat(books.has("problem")).isFalse();
        }
        SettlementBooks books = new SettlementBooks(SettlementDatabase.open(journal.resolve("settlement.db")));
        assertThat(books.position().sequence()).isGreaterThanOrEqualTo(durable);
    }

    @Test
    void shouldKnowItsJournalAfterARestart() throws Exception {
        HostSettings settings = settings(directory.resolve("journal"));
        try (NodeServer first = start(settings, 0, Preset.read("CN-2025"))) {
            assertThat(post(first.port(), apply(1, "M-1")).statusCode()).isEqualTo(200);
        }
        try (NodeServer second = start(settings, 0, Preset.read("CN-2025"))) {
            HttpResponse<String> admitted = post(
                    second.port(),
                    "{\"principal\":\"SUPERVISOR-1\",\"clientId\":2,\"type\":\"AdmitMember\",\"member\":\"M-1\"}");
            assertThat(admitted.body()).contains("\"type\":\"MemberAdmitted\",\"member\":\"M-1\"");
            assertThat(admitted.body()).contains("\"sequence\":" + (PRESET_TURNS + 3));
        }
    }

    @Test
    void shouldSayWhatIsTaken() {
        assertThatExceptionOfType(JournalUnusableException.class)
                .isThrownBy(() -> start(settings(shared.resolve("journal")), 0, null));
        assertThatExceptionOfType(PortUnavailableException.class)
                .isThrownBy(() -> start(settings(directory.resolve("other")), server.port(), null))
                .withMessageStartingWith("The port " + server.port() + " cannot be listened on");
    }

    private static NodeServer start(HostSettings settings, int port, @Nullable Preset preset)
            throws InterruptedException {
        return NodeServer.start(
                settings, port, preset, journal -> SettlementDatabase.open(journal.resolve("settlement.db")));
    }

    private static HostSettings settings(Path journal) {
        JournalSettings settings = JournalSettings.of(journal, "test")
                .with(Durability.APPENDED)
                .withBlocks(BLOCK_BYTES, 1 << 20)
                .withMinFreeBytes(1 << 20);
        return HostSettings.of(settings, "test", Hash256.ZERO);
    }

    private static String apply(int clientId, String code) {
        return "{\"principal\":\"CLERK-1\",\"clientId\":" + clientId + ",\"type\":\"ApplyMembership\",\"code\":\""
                + code + "\",\"membershipClass\":\"BROKER\"}";
    }

    private static void assertProblem(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = JSON.readTree(response.body());
        assertThat(problem.get("code").stringValue()).isEqualTo(code);
        assertThat(problem.get("status").intValue()).isEqualTo(status);
        assertThat(problem.get("title").stringValue()).isNotEmpty();
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return CLIENT.send(request(path).build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(String command) throws Exception {
        return post(server.port(), command);
    }

    private static HttpResponse<String> post(int port, String command) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/commands"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(command))
                .build();
        return CLIENT.send(request, BodyHandlers.ofString());
    }
}
