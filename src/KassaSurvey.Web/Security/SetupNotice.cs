namespace KassaSurvey.Web.Security;

/// <summary>Tells the operator of a new installation how to set it up.</summary>
public static class SetupNotice
{
    /// <summary>Prints the one-time code when nobody can sign in yet.</summary>
    public static async Task PrintAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        if (!await services.GetRequiredService<SetupState>().IsDoneAsync(cancellationToken))
        {
            services.GetRequiredService<SetupCode>().Print();
        }
    }
}
