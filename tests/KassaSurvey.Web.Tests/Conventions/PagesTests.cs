using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;

namespace KassaSurvey.Web.Tests.Conventions;

public sealed class PagesTests
{
    [Fact]
    public void RoutablePages_SayWhoMayOpenThem()
    {
        var pages = typeof(Program).Assembly.GetTypes().Where(type => type.IsDefined(typeof(RouteAttribute), inherit: false)).ToList();

        Assert.NotEmpty(pages);
        Assert.Empty(pages
            .Where(page => !page.IsDefined(typeof(AuthorizeAttribute), inherit: true) && !page.IsDefined(typeof(AllowAnonymousAttribute), inherit: true))
            .Select(page => page.Name));
    }
}
