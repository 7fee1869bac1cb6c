package org.tpx.gateway.cli;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows how far the demonstration is: a bar for a person at a terminal, a line for every quarter otherwise. */
final class DemoProgress implements AutoCloseable {
    private static final int WIDTH = 90;
    private static final int UPDATE_MILLIS = 100;

    private final Terminal terminal;
    private final long size;
    private final @Nullable ProgressBar bar;
    private long told;

    private DemoProgress(Terminal terminal, long size, @Nullable ProgressBar bar) {
        this.terminal = terminal;
        this.size = size;
        this.bar = bar;
    }

    /** Shows progress towards so many commands. */
    static DemoProgress on(Terminal terminal, long size) {
        return new DemoProgress(terminal, size, terminal.isInteractive() ? bar(terminal, size) : null);
    }

    private static ProgressBar bar(Terminal terminal, long size) {
        return new ProgressBarBuilder()
                .setTaskName("Playing the market day")
                .setInitialMax(size)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(UPDATE_MILLIS)
                .setConsumer(new ConsoleProgressBarConsumer(terminal.err(), WIDTH))
                .build();
    }

    /** So many commands have been played. */
    void reached(long commands) {
        if (bar != null) {
            bar.stepTo(commands);
        } else if (commands * 4 / size > told) {
            told = commands * 4 / size;
            terminal.err().println("played " + commands + " of " + size + " commands");
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
