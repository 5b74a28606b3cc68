package org.hejie.shared.database;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A line between the server and its database that a test can cut: open connections end, new ones are refused. */
final class CutLine implements Closeable {

    private final int to;
    private final int port;
    private final Set<Closeable> open = ConcurrentHashMap.newKeySet();

    CutLine(int to) {
        this.to = to;
        this.port = listen(0);
    }

    /** Where the server finds the database. */
    int port() {
        return port;
    }

    void mend() {
        listen(port);
    }

    /** Cuts it. */
    @Override
    public void close() {
        open.forEach(CutLine::end);
        open.clear();
    }

    private int listen(int wanted) {
        try {
            var door = new ServerSocket(wanted, 50, InetAddress.getLoopbackAddress());
            open.add(door);
            Thread.ofVirtual().start(() -> accept(door));
            return door.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket door) {
        while (!door.isClosed()) {
            try {
                Socket server = door.accept();
                var database = new Socket(InetAddress.getLoopbackAddress(), to);
                open.add(server);
                open.add(database);
                if (door.isClosed()) { // cut while this one was being accepted
                    end(server);
                    end(database);
                }
                Thread.ofVirtual().start(() -> copy(server, database));
                Thread.ofVirtual().start(() -> copy(database, server));
            } catch (IOException e) {
                end(door);
            }
        }
    }

    private void copy(Socket from, Socket into) {
        try {
            from.getInputStream().transferTo(into.getOutputStream());
        } catch (IOException e) {
            // cut, or ended by one side: the other is told below
        } finally {
            end(from);
            end(into);
            open.remove(from);
            open.remove(into);
        }
    }

    private static void end(Closeable connection) {
        try {
            connection.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
