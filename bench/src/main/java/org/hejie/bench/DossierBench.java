package org.hejie.bench;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.SplittableRandom;
import java.util.StringJoiner;
import javax.imageio.ImageIO;

/**
 * Files the dossier of one matter: the papers the system prints, and scans up to so many pages. Measured is the request of the page, from
 * the first byte sent until the volume is bound, hashed, sealed and committed. Run it with {@code --heap 300m}: what a server of that size
 * cannot do fails here.
 */
final class DossierBench {

    private static final String BOUNDARY = "hejie-bench-boundary";
    /** An A4 page at 200 dpi, as an office scanner saves it. */
    private static final int WIDTH = 1654;
    private static final int HEIGHT = 2339;
    private static final int LINES = 45;

    private final Options options;
    private final Report report = new Report("dossier");

    DossierBench(Options options) {
        this.options = options;
    }

    void run() throws IOException, SQLException {
        int pages = options.number("pages", 200);
        report.line("  starting the server");
        try (MeasuredServer server = MeasuredServer.start(options); HttpConnection connection = server.connect()) {
            var database = new Database(options.data());
            database.requireDurable();
            Desk desk = Desk.open(server, database, options.data());
            String matter = matter(connection, desk, pages);
            for (int round = 1; round <= options.number("times", 3); round++) {
                CpuTime.Spent before = CpuTime.Spent.soFar(server, options.data());
                long begun = System.nanoTime();
                connection.post(matter + "/dossier", desk.handler().headers(), "{\"retention\": \"LONG\"}").expect(201, "POST dossier");
                report.figure("file_" + round + "_ms", Report.rounded((System.nanoTime() - begun) / 1e6));
                CpuTime.Spent spent = CpuTime.Spent.soFar(server, options.data()).since(before);
                report.figure("file_" + round + "_server_cpu_s", Report.rounded(spent.server()));
                report.figure("file_" + round + "_postgres_cpu_s", Report.rounded(spent.postgres()));
            }
            String view = connection.get(matter + "/dossier", desk.handler().headers()).expect(200, "GET dossier").text();
            report.figure("pages", Json.number(view.substring(view.indexOf("\"volumes\"")), "pages"));
            report.figure("megabytes", Report.rounded(bytes(view) / 1e6));
            report.figure("server_rss_mb", server.residentMegabytes());
        }
        report.print();
    }

    /** Of the newest volume: sizes of files stand before it. */
    private static long bytes(String view) {
        return Json.number(view.substring(view.indexOf("\"volumes\"")), "size");
    }

    /** A matter that is closed and has so many pages of scans; its address. */
    private static String matter(HttpConnection connection, Desk desk, int pages) throws IOException {
        var random = new SplittableRandom(20_261_128L);
        Answer answer = connection.post("/api/v1/matters", desk.dispatcher().headers(),
                Texts.registration(random, desk.categories(), desk.villages())).expect(201, "POST /matters");
        String matter = "/api/v1/matters/" + Json.number(answer.text(), "id");
        answer = move(connection, desk.dispatcher(), matter + "/dispatches", answer,
                "{\"leadUnitId\": " + desk.handler().unitId() + ", \"procedure\": \"dispute\", \"opinion\": \"请依法调处\"}");
        answer = move(connection, desk.handler(), matter + "/results", answer,
                "{\"resultKind\": \"SETTLED\", \"resolved\": true, \"opinion\": \"双方当面协商一致，当场和解\"}");
        answer = move(connection, desk.handler(), matter + "/materials", answer,
                "{\"documentIds\": [" + scans(connection, desk.handler(), random, pages) + "]}");
        move(connection, desk.dispatcher(), matter + "/checks", answer, "{\"passed\": true}");
        return matter;
    }

    private static Answer move(HttpConnection connection, StaffSession session, String path, Answer before, String json) throws IOException {
        return connection.post(path, session.headers() + "If-Match: " + before.etag() + "\r\n", json).expect(200, path);
    }

    private static String scans(HttpConnection connection, StaffSession session, SplittableRandom random, int pages) throws IOException {
        var ids = new StringJoiner(",");
        for (int page = 0; page < pages; page++) {
            Answer stored = connection.send("POST", "/api/v1/documents?purpose=material", session.headers()
                    + "Content-Type: multipart/form-data; boundary=" + BOUNDARY + "\r\n", multipart(scan(random))).expect(201, "POST /documents");
            ids.add(Long.toString(Json.number(stored.text(), "id")));
        }
        return ids.toString();
    }

    /** A grey page with strokes like lines of handwriting: about 0.3 MB, as an office scanner saves a written page. */
    private static byte[] scan(SplittableRandom random) throws IOException {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(Color.DARK_GRAY);
        for (int line = 0; line < LINES; line++) {
            int y = 100 + line * 48;
            for (int x = 150; x < WIDTH - 150; x += 22) {
                pen.drawLine(x, y + random.nextInt(30), x + random.nextInt(14), y + random.nextInt(30));
            }
        }
        pen.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", out);
        return out.toByteArray();
    }

    private static byte[] multipart(byte[] file) throws IOException {
        var body = new ByteArrayOutputStream(file.length + 300);
        body.write(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"scan.jpg\"\r\n"
                + "Content-Type: image/jpeg\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.write(file);
        body.write(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }
}
