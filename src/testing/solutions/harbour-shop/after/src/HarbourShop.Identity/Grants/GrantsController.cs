using Duende.IdentityServer.EntityFramework;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace HarbourShop.Identity.Grants
{
    [ApiController]
    [Route("admin/grants")]
    [Authorize(Roles = "support")]
    public class GrantsController : ControllerBase
    {
        private readonly TokenCleanupService _cleanup;

        public GrantsController(TokenCleanupService cleanup)
        {
            _cleanup = cleanup;
        }

        /// <summary>For support: don't wait until tonight.</summary>
        [HttpPost("sweep")]
        public async Task<IActionResult> Sweep(CancellationToken cancellationToken)
        {
            await _cleanup.CleanupGrantsAsync(cancellationToken);
            return Accepted();
        }
    }
}
