using Microsoft.JSInterop;

namespace KassaSurvey.Web.Components.Authoring;

/// <summary>What the editor asks of the browser.</summary>
internal static class EditorScript
{
    /// <summary>Gives the keyboard to an element, and shows it. Nothing happens when the person has left the page.</summary>
    /// <param name="script">The browser.</param>
    /// <param name="id">The element's id.</param>
    public static async Task FocusAsync(this IJSRuntime script, string id)
    {
        try
        {
            await script.InvokeVoidAsync("kassaEditor.focus", id);
        }
        catch (Exception left) when (left is JSDisconnectedException or OperationCanceledException)
        {
            // The person has left the page.
        }
    }
}
