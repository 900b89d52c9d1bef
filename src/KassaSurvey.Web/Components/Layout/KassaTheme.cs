using MudBlazor;

namespace KassaSurvey.Web.Components.Layout;

/// <summary>
/// MudBlazor's colours and type, the same as the custom properties of app.css. Blue stands for better and orange for worse,
/// which every kind of colour vision tells apart.
/// </summary>
public static class KassaTheme
{
    private static readonly string[] Fonts = ["Inter", "system-ui", "sans-serif"];

    /// <summary>The theme.</summary>
    public static MudTheme Theme { get; } = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#17506b", PrimaryContrastText = "#ffffff", Secondary = "#5a4a78", Tertiary = "#7a5b00",
            Info = "#1b6ca8", Success = "#1b6ca8", Warning = "#8f5a00", Error = "#b3261e",
            Background = "#f5f7f8", BackgroundGray = "#eceff1", Surface = "#ffffff",
            TextPrimary = "#16232b", TextSecondary = "#4c5c66", TextDisabled = "#76858e", ActionDefault = "#4c5c66",
            AppbarBackground = "#ffffff", AppbarText = "#16232b",
            LinesDefault = "#dbe1e4", LinesInputs = "#73838c", TableLines = "#dbe1e4", TableHover = "#f0f4f6", Divider = "#dbe1e4",
        },
        PaletteDark = new PaletteDark
        {
            Primary = "#7cc0e0", PrimaryContrastText = "#08202c", Secondary = "#c4b3e6", Tertiary = "#e2c15a",
            Info = "#7db8ee", Success = "#7db8ee", Warning = "#f0b35c", Error = "#ffb4ab",
            Background = "#11181c", BackgroundGray = "#0c1215", Surface = "#1a2329",
            TextPrimary = "#e7edf0", TextSecondary = "#a9b7bf", TextDisabled = "#7f8f98", ActionDefault = "#a9b7bf",
            AppbarBackground = "#1a2329", AppbarText = "#e7edf0",
            LinesDefault = "#303c44", LinesInputs = "#84959f", TableLines = "#303c44", TableHover = "#212c33", Divider = "#303c44",
        },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Fonts, FontSize = "0.9375rem", LineHeight = "1.5", LetterSpacing = "normal" },
            H1 = new H1Typography { FontSize = "1.75rem", FontWeight = "650", LineHeight = "1.25", LetterSpacing = "-0.015em" },
            H2 = new H2Typography { FontSize = "1.25rem", FontWeight = "620", LineHeight = "1.3", LetterSpacing = "-0.01em" },
            H3 = new H3Typography { FontSize = "1.0625rem", FontWeight = "620", LineHeight = "1.4", LetterSpacing = "normal" },
            Button = new ButtonTypography { FontSize = "0.9375rem", FontWeight = "550", TextTransform = "none", LetterSpacing = "normal" },
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "8px" },
    };
}
