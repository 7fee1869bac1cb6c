package org.tpx.settlement.ledger;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * The statements of one connection, each prepared at its first use and kept until the connection closes: booking says the same few
 * hundred sentences again and again, and preparing one costs more than carrying it out. Belongs to its connection's thread.
 */
final class ReusedStatements implements StatementBuilder {
    /** Far more than the projection has; a text that is made up anew each time cannot fill the memory. */
    private static final int MOST = 512;

    private final StatementBuilder fresh = new DefaultStatementBuilder();
    private final Map<String, PreparedStatement> idle = new HashMap<>();

    @Override
    public Statement create(Connection connection, StatementContext context) throws SQLException {
        return fresh.create(connection, context);
    }

    @Override
    public PreparedStatement create(Connection connection, String sql, StatementContext context) throws SQLException {
        PreparedStatement statement = context.isReturningGeneratedKeys() ? null : idle.remove(sql);
        return statement == null || statement.isClosed() ? fresh.create(connection, sql, context) : statement;
    }

    @Override
    public CallableStatement createCall(Connection connection, String sql, StatementContext context)
            throws SQLException {
        return fresh.createCall(connection, sql, context);
    }

    @Override
    public void close(Connection connection, String sql, Statement statement) throws SQLException {
        boolean kept = statement instanceof PreparedStatement prepared
                && !prepared.isClosed()
                && idle.size() < MOST
                && idle.putIfAbsent(sql, prepared) == null;
        if (kept) {
            ((PreparedStatement) statement).clearParameters();
        } else {
            statement.close();
        }
    }

    @Override
    public void close(Connection connection) {
        for (PreparedStatement statement : idle.values()) {
            try {
                statement.close();
            } catch (SQLException failure) {
                throw new IllegalStateException("a statement cannot be closed", failure);
            }
        }
        idle.clear();
    }
}
