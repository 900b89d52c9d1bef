using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Members;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Infrastructure.Persistence;

/// <summary>The database on SQLite; carries the SQLite migrations.</summary>
public sealed class SqliteKassaDbContext(DbContextOptions<SqliteKassaDbContext> options) : KassaDbContext(options)
{
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        // SQL Server compares without regard to case by itself; here the column has to say so, that its index serves a search.
        builder.Entity<Member>(member =>
        {
            member.Property(row => row.Number).UseCollation("NOCASE");
            member.Property(row => row.Name).UseCollation("NOCASE");
            member.Property(row => row.Email).UseCollation("NOCASE");
        });
    }
}
