using KassaSurvey.Application.Data;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Infrastructure.Persistence;

/// <summary>The database on SQL Server; carries the SQL Server migrations.</summary>
public sealed class SqlServerKassaDbContext(DbContextOptions<SqlServerKassaDbContext> options) : KassaDbContext(options);
