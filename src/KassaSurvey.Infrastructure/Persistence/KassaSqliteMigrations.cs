using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace KassaSurvey.Infrastructure.Persistence;

/// <summary>
/// SQLite numbers the rows of a table in the order they come, unless told not to. For answers that hidden number would tell
/// who answered before whom, and it would store each key twice: the table of answers is kept by its key alone.
/// </summary>
#pragma warning disable EF1001 // The generator is the only place where a table's storage can be chosen.
internal sealed class KassaSqliteMigrations(MigrationsSqlGeneratorDependencies dependencies, IRelationalAnnotationProvider annotations)
    : SqliteMigrationsSqlGenerator(dependencies, annotations)
{
    private const string Answers = "Answers";

    /// <inheritdoc />
    protected override void Generate(CreateTableOperation operation, IModel? model, MigrationCommandListBuilder builder, bool terminate = true)
    {
        // A rebuilt table is first made under a temporary name that ends the same.
        if (!terminate || !operation.Name.EndsWith(Answers, StringComparison.Ordinal))
        {
            base.Generate(operation, model, builder, terminate);
            return;
        }

        base.Generate(operation, model, builder, terminate: false);
        builder.Append(" WITHOUT ROWID").AppendLine(Dependencies.SqlGenerationHelper.StatementTerminator);
        EndStatement(builder);
    }
}
#pragma warning restore EF1001
