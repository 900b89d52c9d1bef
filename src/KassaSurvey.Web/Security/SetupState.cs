using KassaSurvey.Application.Data;
using KassaSurvey.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace KassaSurvey.Web.Security;

/// <summary>Whether anybody can sign in yet. Asked of the database until it is so, then remembered.</summary>
public sealed class SetupState(IKassaDatabase database)
{
    private volatile bool _isDone;

    /// <summary>True when there is a user.</summary>
    public async Task<bool> IsDoneAsync(CancellationToken cancellationToken)
    {
        if (!_isDone)
        {
            await using var context = database.For(Viewer.Operator);
            _isDone = await context.Users.AnyAsync(cancellationToken);
        }

        return _isDone;
    }
}
