using KassaSurvey.Application.Data;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Infrastructure.Persistence;

/// <summary>The database on SQLite; carries the SQLite migrations.</summary>
public sealed class SqliteKassaDbContext(DbContextOptions<SqliteKassaDbContext> options) : KassaDbContext(options);
